import ipaddr from "ipaddr.js";

/**
 * The network that a request comes from: /24 of an IPv4 address, /64 of an IPv6 address, since a household or a server
 * has a whole /64. The address is the one in `X-Forwarded-For`, which the proxy in front replaces
 * (docs/decisions/0006). Requests with several addresses there, or none that can be read, count as one network.
 */
export function networkOf(forwardedFor: string | null): string {
  const text = forwardedFor?.trim() ?? "";
  if (!ipaddr.IPv6.isValid(text) && !ipaddr.IPv4.isValidFourPartDecimal(text)) return "unknown";
  // An IPv4 address within an IPv6 one (`::ffff:192.0.2.1`) is that IPv4 address.
  const address = ipaddr.process(text);
  const kept = address.kind() === "ipv4" ? 3 : 8;
  return `${address.kind()}:${address.toByteArray().slice(0, kept).join(".")}`;
}
