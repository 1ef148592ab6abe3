/** A text as a Go template that renders to it, byte for byte: for what Helm or the ApplicationSet controller renders. */
export const asTemplate = (text: string): string =>
  text.replace(/\{\{[^`\n]*?\}\}|\{\{/g, (braces) => (braces === '{{' ? '{{"{{"}}' : `{{\`${braces}\`}}`));
