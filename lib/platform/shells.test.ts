import { expect, it } from "vitest";
import { withoutFramework } from "./shells";

it("a page keeps the portal's script alone", () => {
  const page =
    '<link rel="preload" as="script" href="/a.js"/><script>1</script><script src="/portal.js?v=1" defer=""></script>';
  expect(withoutFramework(page)).toBe('<script src="/portal.js?v=1" defer=""></script>');
});
