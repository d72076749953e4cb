/** How long the link of a mail leads back to the times. */
export const proofMinutes = 60;

/** Such mails that one address may get in an hour. */
export const proofMailsPerHour = 3;

/** Tries of one link that may lead to no hold. Many: without scripts every try is a page, and a new link another mail. */
export const proofUses = 20;
