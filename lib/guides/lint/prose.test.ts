import { describe, expect, it } from "vitest";
import { proseFaults, withoutOwnNumber } from "./prose";

describe("proseFaults", () => {
  it.each([
    ["ar", "ادفع 70 € غدًا", /bare figure “70 €”/],
    ["ar", "خلال ٣ أشهر", /Arabic-Indic digits “٣”/],
    ["ar", "انظر § 25 من القانون", /must be <Law/],
    ["ar", "اتصل على +49 2331 207", /phone number/],
    ["ar", "اتصل على 02331/207-6000", /phone number/],
    ["ar", "من 14:30–17:00 مساءً", /hours “14:30–17:00”/],
    ["ar", "من 08:30 إلى 12:00", /hours/],
    ["ar", "المكتب الاتحادي (BAMF) يقرر", /Latin in brackets “\(BAMF\)”/],
    ["ar", "اذهب إلى Jobcenter غدًا", /bare Latin “Jobcenter”/],
    ["ar", "انظر إلى العمود الأيمن", /sides change places/],
    ["ar", "على اليسار تجد", /sides change places/],
    ["de", "Das kostet 70 Euro.", /bare figure “70”/],
    ["de", "Siehe § 48 Abs. 1.", /must be <Law/],
    ["de", "Siehe Art. 28 der Konvention.", /must be <Law/],
    ["de", "Rufen Sie 0049 2331 207 an.", /phone number/],
    ["de", "von 8.30 bis 12.00 Uhr", /hours/],
    ["de", "Die rechte Spalte zeigt es.", /sides change places/],
    ["de", "Klicken Sie links oben.", /sides change places/],
    ["en", "within 3 months", /bare figure “3”/],
    ["en", "See the box on the right.", /sides change places/],
    ["en", "Use the left-hand menu", /sides change places/],
    ["en", "Go to the Bürgeramt", /bare German “Bürgeramt”/],
    ["en", "See § 5", /must be <Law/],
  ] as const)("%s: %s", (locale, text, message) => {
    expect(proseFaults(text, locale)).toContainEqual(expect.stringMatching(message));
  });

  it.each([
    ["ar", "تحتاج إلى شهادة بمستوى B1 على الأقل."],
    ["ar", "جواز «أزرق» (وثيقة سفر)؛ هل تعرفه؟"],
    ["ar", "أداء اليمين أمام القاضي"],
    ["ar", "لك الحق في الطعن"],
    ["de", "Sie brauchen Deutsch auf dem Niveau B1 oder C2."],
    ["de", "Das Recht des Aufenthalts, zwei Kinder, ein zweites Mal."],
    ["de", "Im Lauf des Rechtsstreits, nach rechtlicher Prüfung"],
    ["en", "You have the right to stay; all right, ask the right office."],
    ["en", "Bring the papers you left at home."],
    ["en", "Ask in the right place, and in the right order."],
  ] as const)("lets stand, %s: %s", (locale, text) => expect(proseFaults(text, locale)).toEqual([]));
});

describe("withoutOwnNumber", () => {
  it.each([
    ["Artikel 7: Entscheidung", "article-7", "Artikel  : Entscheidung"],
    ["المادة 17: التقاضي", "article-17", "المادة  : التقاضي"],
    ["Artikel 17: Gerichte", "article-7", "Artikel 17: Gerichte"],
    ["Artikel 7: in 6 Monaten", "article-7", "Artikel  : in 6 Monaten"],
    ["In 7 Tagen", "deadlines", "In 7 Tagen"],
  ])("%s in %s", (title, id, wanted) =>
    expect(withoutOwnNumber(title, id).replace(/\s+/g, " ")).toBe(wanted.replace(/\s+/g, " ")),
  );
});
