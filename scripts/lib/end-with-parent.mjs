// Loaded into a child before its own program: it must not outlive the command that started it, not even when that
// was killed and could not say goodbye. The channel between the two closes then.
if (process.channel) {
  process.channel.unref();
  process.on("disconnect", () => process.exit(1));
  process.channel.unref();
}
