import "server-only";
import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { env } from "./env";

// There are a handful of purposes, and each claim needs several keys.
const keys = new Map<string, Buffer>();

function keyOf(purpose: string): Buffer {
  const { PORTAL_SECRET } = env();
  const name = `${PORTAL_SECRET}\n${purpose}`;
  const key = keys.get(name) ?? createHmac("sha256", PORTAL_SECRET).update(purpose).digest();
  if (keys.size < 100) keys.set(name, key);
  return key;
}

/** HMAC-SHA-256 of `text` under a key derived from PORTAL_SECRET for one `purpose`. */
function mac(purpose: string, text: string): Buffer {
  return createHmac("sha256", keyOf(purpose)).update(text).digest();
}

/** A keyed hash, 43 base64url characters: the same text gives the same hash, and without the secret nobody can try texts. */
export function keyedHash(purpose: string, text: string): string {
  return mac(purpose, text).toString("base64url");
}

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * A token that names a row and proves that we made it, good for one purpose: 16 bytes id, 24 bytes MAC, 54 base64url
 * characters. Nothing is stored, so a mail can be written again with the same link.
 */
export function signToken(purpose: string, id: string): string {
  const bytes = Buffer.from(id.replaceAll("-", ""), "hex");
  return Buffer.concat([bytes, mac(`token:${purpose}`, id).subarray(0, 24)]).toString("base64url");
}

/** The id in a token, or null when it was not made by us for this purpose. */
export function readToken(purpose: string, token: string): string | null {
  if (!/^[A-Za-z0-9_-]{54}$/.test(token)) return null;
  const bytes = Buffer.from(token, "base64url");
  const id = bytes
    .subarray(0, 16)
    .toString("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  if (!uuid.test(id)) return null;
  return timingSafeEqual(bytes.subarray(16), mac(`token:${purpose}`, id).subarray(0, 24)) ? id : null;
}

// Crockford's alphabet: no I, L, O, U, so that nothing is misread over the telephone.
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** `length` random characters to say and to type. */
export function randomCode(length: number): string {
  // 32 letters divide 256, so every letter is as likely as any other.
  return [...randomBytes(length)].map((byte) => alphabet[byte % alphabet.length]).join("");
}

/** A keyed hash to read out and to type: the same text gives the same `length` characters. */
export function keyedCode(purpose: string, text: string, length: number): string {
  return [...mac(purpose, text).subarray(0, length)].map((byte) => alphabet[byte % alphabet.length]).join("");
}
