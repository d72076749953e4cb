import { describe, expect, it } from "vitest";
import { fold, wordOf } from "@/lib/search/words/rules";
import { likelyNouns, possibleNouns, possibleVerbs } from "./rules";

const keysOf = (text: string) => wordOf(text).keys;

describe("likelyNouns", () => {
  it.each([
    ["استلمت", "استلام"],
    ["يستأنف", "استئناف"],
    ["تستحقون", "استحقاق"],
    ["سينتهي", "انتهاء"],
    ["أختار", "اختيار"],
    ["انضم", "انضمام"],
    ["بنستخدم", "استخدام"],
  ])("%s has %s", (verb, noun) => expect(likelyNouns(keysOf(verb))).toContain(fold(noun)));
  it("has none for what is no such verb", () => {
    expect(likelyNouns(["pass", "2026", "سفر", "جواز"])).toEqual([]);
  });
});

describe("possibleNouns", () => {
  it.each([
    ["سجلت", "تسجيل"],
    ["عذبوني", "تعذيب"],
    ["يصدر", "إصدار"],
    ["نلغي", "إلغاء"],
    ["يغادرون", "مغادرة"],
    ["ترجموا", "ترجمة"],
    ["بيسافر", "سافر"],
    ["مرفوض", "رفض"],
    ["ساكن", "سكن"],
    ["متقاعد", "تقاعد"],
    ["مؤجل", "تأجيل"],
    ["أعرف", "معرفة"],
  ])("%s has %s", (verb, noun) => expect(possibleNouns(keysOf(verb))).toContain(fold(noun)));
  it("does not ask for who does it, nor take a noun with a ta marbuta for a verb", () => {
    expect(possibleNouns(keysOf("طلب"))).not.toContain("طالب");
    expect(possibleNouns(keysOf("سمكة"))).not.toContain("اسمك");
  });
});

describe("possibleVerbs", () => {
  it.each([
    ["تأجيل", "تؤجل"],
    ["زيادة", "تزيد"],
    ["استقدام", "يستقدم"],
    ["إثبات", "يثبت"],
    ["محاولة", "تحاول"],
    ["كفالة", "مكفول"],
  ])("%s has %s", (noun, verb) => expect(possibleVerbs(keysOf(noun))).toContain(fold(verb)));
});
