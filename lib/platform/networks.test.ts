import { describe, expect, it } from "vitest";
import { networkOf } from "./networks";

describe("the network of a request", () => {
  it.each([
    ["192.0.2.1", "192.0.2.254"],
    [" 192.0.2.1 ", "192.0.2.7"],
    ["::ffff:192.0.2.1", "192.0.2.99"],
    ["::ffff:c000:201", "192.0.2.99"],
    ["2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff"],
    ["2001:DB8:1:2::1", "2001:0db8:0001:0002::2"],
    ["fe80::1%eth0", "fe80::2"],
    ["::1", "::2"],
  ])("%s and %s are one", (one, other) => {
    expect(networkOf(one)).toBe(networkOf(other));
    expect(networkOf(one)).not.toBe("unknown");
  });

  it.each([
    ["192.0.2.1", "192.0.3.1"],
    ["2001:db8:1:2::1", "2001:db8:1:3::1"],
    ["192.0.2.1", "2001:db8::1"],
    ["0.0.0.1", "::1"],
  ])("%s and %s are two", (one, other) => {
    expect(networkOf(one)).not.toBe(networkOf(other));
  });

  it.each([
    null,
    "",
    "unknown",
    "192.0.2.1, 192.0.2.2",
    "192.0.2",
    "0x7f.1",
    "192.0.2.256",
    "2001:db8::g",
    "[::1]",
  ])("%s names none", (header) => {
    expect(networkOf(header)).toBe("unknown");
  });
});
