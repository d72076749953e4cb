// Loaded into a child before its own program: it must not outlive the command that started it, not even when that
// was killed and could not say goodbye. The channel between the two closes then. The child's own workers load this,
// too, but are none of our business: their channel keeps them alive.
if (process.channel && process.env.MAWID_PARENT === String(process.ppid)) {
  process.on("disconnect", () => process.exit(1));
  process.channel.unref();
}
