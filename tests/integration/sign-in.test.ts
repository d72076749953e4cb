import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auth } from "@/lib/platform/auth";
import { db } from "@/lib/platform/db";
import { saveStaff } from "@/lib/staff/commands";
import { asOwner, createDatabase, setClock } from "../support/database";
import { clerk } from "../support/weeks";

let url: string;
let drop: () => Promise<void>;

beforeAll(async () => {
  ({ url, drop } = await createDatabase());
  await setClock("2027-01-05T12:00:00+01:00");
});
afterAll(() => drop());

describe("the sign-in of staff", () => {
  const account = {
    email: "Clerk@Hagen.example",
    name: "Clerk",
    office: "hagen",
    password: "a long enough password",
  };
  const credentials = { email: clerk, password: account.password };
  // Every test comes from another network, since attempts are counted by network.
  let network = 0;

  beforeEach(async () => {
    network += 1;
    await asOwner(url, "TRUNCATE staff_user, staff_rate_limit CASCADE");
    await saveStaff(account);
  });

  async function call(path: string, body: object, more: Record<string, string> = {}): Promise<Response> {
    const headers = {
      "content-type": "application/json",
      origin: "http://localhost:3000",
      "x-forwarded-for": `192.0.2.${network}`,
      ...more,
    };
    const request = { method: "POST", headers, body: JSON.stringify(body) };
    return auth().handler(new Request(`http://localhost:3000/api/auth${path}`, request));
  }

  const cookieOf = (response: Response) =>
    response.headers
      .getSetCookie()
      .map((line) => line.split(";")[0])
      .join("; ");
  const whoHas = (cookie: string) => auth().api.getSession({ headers: new Headers({ cookie }) });
  const sessions = () => db().staffSession.count();

  it("opens with mail and password, in whatever case the mail is typed", async () => {
    for (const email of [clerk, "CLERK@hagen.EXAMPLE"]) {
      const response = await call("/sign-in/email", { ...credentials, email });
      expect(response.status).toBe(200);
      const session = await whoHas(cookieOf(response));
      expect(session?.user).toMatchObject({ email: clerk, office: "hagen", role: "clerk" });
    }
    expect(await sessions()).toBe(2);
    const [line] = (await call("/sign-in/email", credentials)).headers.getSetCookie();
    expect(line).toMatch(/^mawid\.session_token=.+; HttpOnly; SameSite=Lax/i);
  });

  it("refuses a wrong password and an unknown mail alike", async () => {
    const wrong = await call("/sign-in/email", { ...credentials, password: "another long password" });
    const unknown = await call("/sign-in/email", { ...credentials, email: "nobody@hagen.example" });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(await wrong.json()).toEqual(await unknown.json());
    expect([...wrong.headers.getSetCookie(), ...unknown.headers.getSetCookie()]).toEqual([]);
    expect(await sessions()).toBe(0);
  });

  it("refuses the eleventh attempt of a network, even with the right password, and no other network", async () => {
    for (let attempt = 1; attempt <= 10; attempt += 1) {
      expect(
        (await call("/sign-in/email", { ...credentials, password: "another long password" })).status,
      ).toBe(401);
    }
    expect((await call("/sign-in/email", credentials)).status).toBe(429);
    expect(await sessions()).toBe(0);
    const elsewhere = await call("/sign-in/email", credentials, { "x-forwarded-for": "198.51.100.7" });
    expect(elsewhere.status).toBe(200);
  });

  it("makes no account for whoever asks for one", async () => {
    const response = await call("/sign-up/email", {
      ...credentials,
      email: "new@hagen.example",
      name: "New",
      office: "hagen",
    });
    expect(response.status).toBe(400);
    expect(await db().staffUser.count()).toBe(1);
  });

  it("ends in the database, so that a kept cookie opens nothing", async () => {
    const cookie = cookieOf(await call("/sign-in/email", credentials));
    const other = cookieOf(await call("/sign-in/email", credentials));
    expect((await call("/sign-out", {}, { cookie })).status).toBe(200);
    expect(await whoHas(cookie)).toBeNull();
    expect(await whoHas(other)).not.toBeNull();
    expect(await sessions()).toBe(1);
  });

  it("cannot be made up: a changed cookie opens nothing", async () => {
    const cookie = cookieOf(await call("/sign-in/email", credentials));
    expect(await whoHas(cookie.replace(/=..../, "=AAAA"))).toBeNull();
    expect(await whoHas(`${cookie.split(".").slice(0, 2).join(".")}.AAAA`)).toBeNull();
  });

  it("follows the account: a new office counts at once, a new password ends what is open", async () => {
    const cookie = cookieOf(await call("/sign-in/email", credentials));
    await asOwner(url, "UPDATE staff_user SET office = 'elsewhere'");
    expect((await whoHas(cookie))?.user.office).toBe("elsewhere");
    await saveStaff({ ...account, password: "a password of another year" });
    expect(await whoHas(cookie)).toBeNull();
    expect((await call("/sign-in/email", credentials)).status).toBe(401);
    const renewed = await call("/sign-in/email", { ...credentials, password: "a password of another year" });
    expect((await whoHas(cookieOf(renewed)))?.user.office).toBe("hagen");
    expect(await db().staffAccount.count()).toBe(1);
  });

  it("is left alone where nothing about the account changed", async () => {
    const cookie = cookieOf(await call("/sign-in/email", credentials));
    await saveStaff(account);
    expect(await whoHas(cookie)).not.toBeNull();
  });
});
