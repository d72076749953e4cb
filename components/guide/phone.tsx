import { getFact } from "@/lib/guides/facts/queries";
import { telHref } from "@/lib/guides/formats/rules";

/** A phone number as the office prints it; pressing it calls. */
export function PhoneNumber({ phone }: { phone: string }) {
  return (
    <a href={telHref(phone)} className="whitespace-nowrap">
      <bdi dir="ltr">{phone}</bdi>
    </a>
  );
}

/** The phone number of a fact. */
export function Phone({ id }: { id: string }) {
  return <PhoneNumber phone={String(getFact(id).value)} />;
}
