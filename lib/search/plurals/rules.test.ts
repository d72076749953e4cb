import { describe, expect, it } from "vitest";
import { fold } from "@/lib/search/words/rules";
import { likelyNumbers, possibleNumbers } from "./rules";

describe("likelyNumbers", () => {
  it.each([
    ["مناطق", "منطقة"],
    ["تقارير", "تقرير"],
    ["مشاريع", "مشروع"],
    ["مفاتيح", "مفتاح"],
    ["نتائج", "نتيجة"],
    ["شوارع", "شارع"],
    ["قوانين", "قانون"],
    ["أسعار", "سعر"],
    ["أجهزة", "جهاز"],
    ["حلول", "حل"],
    ["أدلة", "دليل"],
    ["خبراء", "خبير"],
  ])("%s and %s, both ways", (plural, singular) => {
    expect(likelyNumbers([fold(plural)])).toContain(fold(singular));
    expect(likelyNumbers([fold(singular)])).toContain(fold(plural));
  });
  it("are none of what is no such pattern", () => {
    expect(likelyNumbers(["الى", "2026", "pass", "جواز"]).every((word) => word !== "زواج")).toBe(true);
    expect(likelyNumbers(["2026", "pass"])).toEqual([]);
    // The same letter twice, and not just any.
    expect(likelyNumbers([fold("حلوم")])).not.toContain(fold("حل"));
  });
});

describe("possibleNumbers", () => {
  it.each([
    ["شهود", "شاهد"],
    ["عمال", "عامل"],
    ["مدن", "مدينة"],
    ["جيران", "جار"],
  ])("%s and %s, both ways", (plural, singular) => {
    expect(possibleNumbers([fold(plural)])).toContain(fold(singular));
    expect(possibleNumbers([fold(singular)])).toContain(fold(plural));
  });
  it("does not take a letter of the root for another one", () => {
    expect(possibleNumbers([fold("طلب")])).not.toContain(fold("طالب"));
    expect(possibleNumbers([fold("سفر")])).not.toContain(fold("سفير"));
  });
});
