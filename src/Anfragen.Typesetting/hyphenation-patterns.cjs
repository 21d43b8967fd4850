// Writes the German patterns of the npm package "hyphen" in TeX notation, one a line: node hyphenation-patterns.cjs TARGET
// The package keeps them as a trie. A node is the number of a list of levels, an object of children, or both as [children, number].
const { mkdirSync, writeFileSync } = require("node:fs");
const { dirname } = require("node:path");
const [levelLists, trie] = require("hyphen/patterns/de-1996.js");

function notation(letters, levels) {
  let text = "";
  for (let i = 0; i <= letters.length; i++) {
    text += (levels[i] || "") + (letters[i] ?? "");
  }
  return text;
}

function* patterns(node, letters) {
  const [children, list] = Array.isArray(node) ? node : typeof node === "number" ? [{}, node] : [node];
  if (list !== undefined) {
    yield notation(letters, levelLists[list]);
  }
  for (const letter of Object.keys(children)) {
    yield* patterns(children[letter], letters + letter);
  }
}

const target = process.argv[2];
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, [...patterns(trie, "")].join("\n") + "\n");
