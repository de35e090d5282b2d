// Words that are spelled almost like another one.

const fewest = 4; // letters of a word that is compared

// nearestWords picks up to most of the words that are closest to one: those it is the beginning of, and those that a few wrong,
// missing or swapped letters part from it, one in four.
export function nearestWords(word, words, most = 3) {
  const wanted = word.toLowerCase();
  if (wanted.length < fewest) return [];
  const allowed = Math.max(1, Math.floor(wanted.length / 4));
  return [...new Set(words)]
    .filter((w) => w.length >= fewest && w !== wanted)
    .map((w) => ({ w, far: w.startsWith(wanted) ? 0.5 : distance(wanted, w, allowed) }))
    .filter(({ far }) => far <= allowed)
    .sort((a, b) => a.far - b.far || a.w.length - b.w.length || (a.w < b.w ? -1 : 1))
    .slice(0, most)
    .map(({ w }) => w);
}

// distance counts the letters to insert, delete, replace or swap with their neighbour on the way from a to b (optimal string
// alignment); Infinity where the lengths alone part them by more than allowed.
function distance(a, b, allowed) {
  if (Math.abs(a.length - b.length) > allowed) return Infinity;
  let before, last, row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    [before, last, row] = [last, row, [i]];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
  }
  return row[b.length];
}
