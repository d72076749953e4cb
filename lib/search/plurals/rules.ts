import { changed, changesOf } from "@/lib/search/patterns/rules";
import type { Pattern } from "@/lib/search/patterns/types";

/**
 * Arabic plurals are made within the word, after patterns. Each line is a pattern of plurals and the patterns that their
 * singulars may have; digits are the letters of the root.
 *
 * Long patterns hardly ever fit a word by chance, short ones often do.
 */
const long: Pattern[] = [
  ["12ا34", ["1234", "1234ه"]], // مكاتب مكتب, مناطق منطقة
  ["12ا3ي4", ["123ي4", "123و4", "123ا4"]], // تقارير تقرير, مشاريع مشروع, مفاتيح مفتاح
  ["12اي3", ["12ي3ه", "12ا3ه", "12و3ه"]], // نتائج نتيجة, رسائل رسالة
  ["1وا23", ["1ا23", "1ا23ه"]], // شوارع شارع, قوائم قائمة
  ["1وا2ي3", ["1ا2و3", "1و23"]], // قوانين قانون, مواعيد موعد
  ["ا12ا3", ["123"]], // أسعار سعر
  ["ا1وا3", ["1ا3"]], // أبواب باب
  ["ا123ا", ["12ي3"]], // أقرباء قريب
  ["123ا", ["12ي3"]], // خبراء خبير
  ["12و2", ["12"]], // حلول حل
  ["ا12ه", ["12ي2"]], // أدلة دليل
  ["ا12ا", ["12ي2"]], // أطباء طبيب
  ["ا123ه", ["12ا3"]], // أجهزة جهاز
  ["ا12يه", ["12ا"]], // أدوية دواء
  ["ا1ا23", ["12ا3"]], // أماكن مكان
];
const short: Pattern[] = [
  ["12و3", ["123", "1ا23"]], // رسوم رسم, شهود شاهد
  ["12ا3", ["123", "1ا23", "12ي3"]], // رجال رجل, عمال عامل, كبار كبير
  ["123ا", ["1ا23"]], // شعراء شاعر
  ["ا12ا3", ["12ي3", "1ا23"]], // أحفاد حفيد
  ["12ا3ي", ["123ا", "123ي"]], // ملاجئ ملجأ, دعاوى دعوى
  ["123", ["12ي3ه"]], // مدن مدينة
  ["1ي2ان", ["1ا2"]], // جيران جار
];

const likelyChanges = changesOf(long, { back: true });
const possibleChanges = changesOf(short, { back: true });

/** Words of which a word is probably the plural, or the singular. In the spelling of `fold`. */
export function likelyNumbers(words: readonly string[]): string[] {
  return changed(words, likelyChanges);
}

/** The same after patterns that fit by chance, too: for words that nothing else is known of. */
export function possibleNumbers(words: readonly string[]): string[] {
  return changed(words, possibleChanges);
}
