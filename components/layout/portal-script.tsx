/** The portal's own script on a reading page, the only one that the build leaves in (docs/decisions/0003). */
export function PortalScript({ src }: { src: string }) {
  return <script src={src} defer />;
}
