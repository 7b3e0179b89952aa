// How a list of faults is told: one line each, without a trace of the harness itself.

/** Fails with the list, unless it is empty. */
export function none(faults, most = 60) {
  if (faults.length === 0) return;
  const left = faults.length > most ? `\n  and ${faults.length - most} more` : "";
  const error = new Error(`${faults.length} found\n  ${faults.slice(0, most).join("\n  ")}${left}`);
  error.stack = error.message;
  throw error;
}
