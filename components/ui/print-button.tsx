import { buttonLook } from "./button";

/** Prints the page. Only the portal's script can do that, and shows the button. */
export function PrintButton({ label }: { label: string }) {
  return (
    <button
      type="button"
      data-print=""
      hidden
      className={`${buttonLook("quiet")} cursor-pointer print:hidden`}
    >
      {label}
    </button>
  );
}
