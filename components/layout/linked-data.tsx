type Props = { data: object };

/**
 * What the page says, for machines (JSON-LD). No script: the browser runs nothing of it and needs no permission of the
 * content security policy, and the build leaves it in (scripts/lib/plain-page.mjs).
 */
export function LinkedData({ data }: Props) {
  // As it stands in JSON, a text could end the element.
  return <script type="application/ld+json">{JSON.stringify(data).replaceAll("<", "\\u003c")}</script>;
}
