/**
 * SQL that says whether a list of types (jsonb) wants a type: none wants everything, `item.*` all that begins with
 * `item.`. The same as `matchesFactFilter` of domain.
 */
export const wantedTypes = (types: string, type: string) => `
  (${types} = '[]' or exists (
    select from jsonb_array_elements_text(${types}) wanted
    where wanted = ${type} or (wanted like '%.*' and starts_with(${type}, left(wanted, -1)))))`;
