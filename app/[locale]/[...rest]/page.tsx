import { notFound } from "next/navigation";

/** Every address that nothing else answers, so that the 404 comes in the reader's language. */
export default function UnknownPage(): never {
  notFound();
}
