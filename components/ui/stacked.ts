/**
 * One below the other. Blocks on paper: what is unfolded there goes over to the next page in a grid on top of what
 * follows it.
 */
export const stacked = "grid grid-cols-[minmax(0,1fr)] print:block print:space-y-4";
