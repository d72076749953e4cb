import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import type { AppointmentState, StoredState } from "../types";
import { asksForAnswer, attendanceChoices, statesBefore } from "./rules";
import type { Attendance } from "./types";

const at = (text: string) => Temporal.Instant.from(text);
const states: StoredState[] = ["held", "confirmed", "cancelled", "checked_in", "served", "missed"];

describe("what a clerk may note", () => {
  it.each<[Attendance, StoredState[]]>([
    ["checked_in", ["confirmed", "missed"]],
    ["served", ["confirmed", "checked_in"]],
    ["missed", ["confirmed"]],
    ["confirmed", ["checked_in", "served", "missed"]],
  ])("%s is noted from %s and from nothing else", (to, from) => {
    expect([...statesBefore(to)].sort()).toEqual([...from].sort());
    expect(statesBefore(to)).not.toContain(to);
  });

  const startsAt = at("2027-01-13T10:00:00+01:00");
  const choices = (state: StoredState, now: string) =>
    attendanceChoices({ state, startsAt }, at(now)).sort().join(" ");

  it.each<[StoredState, string]>([
    ["held", ""],
    ["confirmed", "checked_in missed served"],
    ["cancelled", ""],
    ["checked_in", "confirmed served"],
    ["served", "confirmed"],
    ["missed", "checked_in confirmed"],
  ])("on the day of an appointment that has begun, from %s: %s", (state, expected) => {
    expect(choices(state, "2027-01-13T10:00:00+01:00")).toBe(expected);
    expect(choices(state, "2027-02-01T10:00:00+01:00")).toBe(expected);
  });

  it("offers nothing before Berlin's midnight, and on the day not that somebody did not come", () => {
    for (const state of states) expect(choices(state, "2027-01-12T23:59:59.999+01:00")).toBe("");
    // The same instant is still the 12th in London and already the 13th in Kathmandu.
    expect(choices("confirmed", "2027-01-12T23:00:00Z")).toBe("checked_in served");
    expect(choices("confirmed", "2027-01-13T09:59:59.999+01:00")).toBe("checked_in served");
  });

  it("takes Berlin's midnight in summer, too", () => {
    const summer = { state: "confirmed" as const, startsAt: at("2027-07-14T10:00:00+02:00") };
    expect(attendanceChoices(summer, at("2027-07-13T21:59:59Z"))).toEqual([]);
    expect(attendanceChoices(summer, at("2027-07-13T22:00:00Z"))).toEqual(["checked_in", "served"]);
  });
});

describe("the question whether somebody will come", () => {
  const startsAt = at("2027-01-13T10:00:00+01:00");
  it.each<[string, AppointmentState, boolean]>([
    ["2027-01-10T09:59:59.999+01:00", "confirmed", false],
    ["2027-01-10T10:00:00+01:00", "confirmed", true],
    ["2027-01-13T09:59:59.999+01:00", "confirmed", true],
    ["2027-01-13T10:00:00+01:00", "confirmed", false],
    ["2027-01-12T10:00:00+01:00", "held", false],
    ["2027-01-12T10:00:00+01:00", "cancelled", false],
    ["2027-01-12T10:00:00+01:00", "checked_in", false],
  ])("at %s of one that is %s: %s", (now, state, expected) => {
    expect(asksForAnswer({ state, startsAt }, at(now))).toBe(expected);
  });

  it("counts 72 hours that pass, and not three days of the calendar, over a clock change", () => {
    const monday = { state: "confirmed" as const, startsAt: at("2027-03-29T14:30:00+02:00") };
    expect(asksForAnswer(monday, at("2027-03-26T13:29:59+01:00"))).toBe(false);
    expect(asksForAnswer(monday, at("2027-03-26T13:30:00+01:00"))).toBe(true);
  });
});
