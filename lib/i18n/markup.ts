const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** A text as it may stand in HTML, in an attribute too. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}

/** The same, isolated from the direction of what stands around it: a time, a telephone number, letters. */
export function leftToRight(text: string): string {
  return `<bdi dir="ltr">${escaped(text)}</bdi>`;
}

/** A text as it may stand in XML, which takes no control characters, not even written as references. */
export function escapedXml(text: string): string {
  return escaped(text.replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, ""));
}
