import { describe, expect, it } from "vitest";
import { codeOf, isFinal, reasonOf, reminderApplies, type SendError } from "./rules";

const answer = (command: string, responseCode: number, response = `${responseCode} text`): SendError => ({
  code: "EENVELOPE",
  command,
  responseCode,
  response,
});

describe("an answer of the mail server", () => {
  it.each([
    ["the recipient does not exist", answer("RCPT TO", 550)],
    ["the recipient has moved", answer("RCPT TO", 551)],
    ["the mailbox name is not allowed", answer("RCPT TO", 553)],
    ["the mail is refused as such", answer("DATA", 554)],
    ["the mail is too large", answer("MAIL FROM", 552)],
    ["the address could not even be said", { code: "EENVELOPE", command: "API" }],
  ])("is final: %s", (_what, error) => {
    expect(isFinal(error)).toBe(true);
  });

  it.each([
    ["the mailbox is busy", answer("RCPT TO", 450)],
    ["greylisting", answer("RCPT TO", 451)],
    ["the server shuts down", answer("DATA", 421)],
    ["the server is out of order", answer("CONN", 554)],
    ["the password of the portal is wrong", { code: "EAUTH", command: "AUTH PLAIN", responseCode: 535 }],
    ["the portal has not signed in", answer("MAIL FROM", 530)],
    ["the order of commands went wrong", answer("RCPT TO", 503)],
    ["nobody listens", { code: "ESOCKET", command: "CONN" }],
    ["nobody answers", { code: "ETIMEDOUT", command: "CONN" }],
    ["the connection broke off", { code: "ECONNECTION", command: "CONN" }],
    ["the sending was stopped", { code: "EABORT" }],
    ["something else", {}],
  ])("is not final: %s", (_what, error) => {
    expect(isFinal(error)).toBe(false);
  });
});

describe("what is kept of a failure", () => {
  it.each([
    [answer("RCPT TO", 550, "550 5.1.1 <secret@example.org> unknown"), "550 5.1.1", "address"],
    [answer("RCPT TO", 550, "550-5.1.1 The email account\n550 5.1.1 does not exist"), "550 5.1.1", "address"],
    [answer("RCPT TO", 550, "550 <secret@example.org> unknown"), "550", "address"],
    [answer("RCPT TO", 552, "552 5.2.2 Mailbox full"), "552 5.2.2", "full"],
    [answer("RCPT TO", 552), "552", "full"],
    [answer("DATA", 554, "554 5.7.1 Refused by policy"), "554 5.7.1", "refused"],
    [answer("RCPT TO", 550, "550 5.7.1 Refused by policy"), "550 5.7.1", "refused"],
    [{ code: "EENVELOPE", command: "API" }, "EENVELOPE", "address"],
    [{ code: "ETIMEDOUT" }, "ETIMEDOUT", "too_long"],
    [answer("RCPT TO", 451), "451", "too_long"],
    [{}, "error", "too_long"],
  ] as const)("is its codes, never an address: %j", (error, code, reason) => {
    expect(codeOf(error)).toBe(code);
    expect(reasonOf(code)).toBe(reason);
  });
});

it("a reminder holds for the appointment as it was planned for, until it begins", () => {
  const planned = { state: "confirmed", sequence: 1, begun: false };
  expect(reminderApplies(planned, { sequence: 1 })).toBe(true);
  expect(reminderApplies({ ...planned, sequence: 2 }, { sequence: 1 })).toBe(false);
  expect(reminderApplies({ ...planned, state: "cancelled" }, { sequence: 1 })).toBe(false);
  expect(reminderApplies({ ...planned, state: "held", sequence: 0 }, {})).toBe(false);
  expect(reminderApplies({ ...planned, begun: true }, { sequence: 1 })).toBe(false);
});
