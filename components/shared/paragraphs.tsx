/**
 * A text whose blank lines take little room: each paragraph is a block of its own, and the blank lines stay between
 * them as text, where they are not drawn. So the element that holds it still has the whole text as its textContent.
 * With `blanks` what stands in [brackets] is marked.
 */
export function Paragraphs({ text, blanks = false }: { text: string; blanks?: boolean }) {
  const parts = text.split(/(\n{2,})/u);
  // biome-ignore-start lint/suspicious/noArrayIndexKey: the parts of one text have no identity but their place
  return parts.map((part, index) =>
    index % 2 === 1 ? (
      part
    ) : (
      <span key={index} className="paragraph">
        {blanks ? <Marked text={part} /> : part}
      </span>
    ),
  );
}

function Marked({ text }: { text: string }) {
  return text.split(/(\[[^[\]\n]+\])/u).map((part, index) =>
    index % 2 === 1 ? (
      <span key={index} className="blank">
        {part}
      </span>
    ) : (
      part
    ),
  );
  // biome-ignore-end lint/suspicious/noArrayIndexKey: the parts of one text have no identity but their place
}
