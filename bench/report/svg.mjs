/** Charts as SVG text, readable on light and dark pages: bars and lines on logarithmic scales. */

const style = `
  text { font: 12px system-ui, sans-serif; fill: #24292f }
  .title { font-size: 15px; font-weight: 600 } .faint { fill: #6e7781 } .grid { stroke: #d0d7de; stroke-width: 1 }
  .a { fill: #0969da; stroke: #0969da } .b { fill: #54aeff; stroke: #54aeff } .c { fill: #8c959f; stroke: #8c959f }
  .d { fill: #bf8700; stroke: #bf8700 } .e { fill: #1a7f37; stroke: #1a7f37 } .f { fill: #8250df; stroke: #8250df }
  path { fill: none !important; stroke-width: 2 } rect { stroke: none !important }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 } .faint { fill: #9198a1 } .grid { stroke: #30363d }
    .a { fill: #4493f8; stroke: #4493f8 } .b { fill: #1f6feb; stroke: #1f6feb } .c { fill: #7d8590; stroke: #7d8590 }
    .d { fill: #d29922; stroke: #d29922 } .e { fill: #3fb950; stroke: #3fb950 } .f { fill: #a371f7; stroke: #a371f7 }
  }`

const WIDTH = 820
const escaped = (text) => String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const text = (x, y, content, attributes = '') =>
  `<text x="${round(x)}" y="${round(y)}" ${attributes}>${escaped(content)}</text>`
const round = (x) => Math.round(x * 10) / 10

/** A power of ten needs no digits behind its point. */
const bare = (label) => label.replace(/\.0+(?!\d)/, '')

function page(title, height, content) {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${escaped(title)}">
<style>${style}
</style>
${text(12, 24, title, 'class="title"')}
${content.join('\n')}
</svg>
`
}

/** Powers of ten around the values: the place of a value between 0 and 1, and where the lines go. */
function logarithmic(values) {
  const low = Math.floor(Math.log10(Math.min(...values)))
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))))
  return {
    at: (value) => (Math.log10(value) - low) / (high - low),
    powers: Array.from({ length: high - low + 1 }, (_, i) => 10 ** (low + i)),
  }
}

function legend(series, y) {
  let x = 12
  return series.flatMap(({ title, tone }) => {
    const from = x
    x += 32 + title.length * 6.8
    return [`<rect class="${tone}" x="${from}" y="${y - 9}" width="10" height="10"/>`, text(from + 15, y, title)]
  })
}

/**
 * Horizontal bars. `groups` are `{ label, bars: [{ tone, value, text }] }`; `series` (`{ title, tone }`) is the legend.
 * The numbers are written at the bars, so the scale only shows the powers of ten.
 */
export function bars({ title, groups, series = [], write }) {
  const left = 20 + Math.max(...groups.map(({ label }) => label.length)) * 7
  const right = WIDTH - 90
  const scale = logarithmic(groups.flatMap((group) => group.bars.map((bar) => bar.value)))
  const x = (value) => left + scale.at(value) * (right - left)
  const thick = series.length ? 11 : 16
  let y = series.length ? 62 : 44
  const top = y
  const content = []
  for (const { label, bars: some } of groups) {
    content.push(text(left - 8, y + (some.length * (thick + 2)) / 2 + 3, label, 'text-anchor="end"'))
    for (const bar of some) {
      const width = Math.max(2, x(bar.value) - left)
      content.push(
        `<rect class="${bar.tone}" x="${round(left)}" y="${y}" width="${round(width)}" height="${thick}" rx="2"/>`,
      )
      content.push(text(left + width + 6, y + thick - (thick > 12 ? 4 : 1), bar.text))
      y += thick + 2
    }
    y += 8
  }
  const grid = scale.powers.map(
    (power) => `<line class="grid" x1="${round(x(power))}" x2="${round(x(power))}" y1="${top - 6}" y2="${y}"/>`,
  )
  const marks = scale.powers.map((power) =>
    text(x(power), y + 16, bare(write(power)), 'class="faint" text-anchor="middle"'),
  )
  return page(title, y + 28, [...legend(series, 46), ...grid, ...content, ...marks])
}

/** Lines over a logarithmic axis. `series` are `{ title, tone, points: [[x, y], …] }`. */
export function lines({ title, series, writeX, writeY }) {
  const [left, right, top, bottom] = [80, WIDTH - 30, 66, 330]
  const points = series.flatMap((one) => one.points)
  const horizontal = logarithmic(points.map(([x]) => x))
  const vertical = logarithmic(points.map(([, y]) => y))
  const place = ([x, y]) => [left + horizontal.at(x) * (right - left), bottom - vertical.at(y) * (bottom - top)]
  const content = [...legend(series, 46)]
  for (const power of vertical.powers) {
    const [, y] = place([horizontal.powers[0], power])
    content.push(`<line class="grid" x1="${left}" x2="${right}" y1="${round(y)}" y2="${round(y)}"/>`)
    content.push(text(left - 8, y + 4, bare(writeY(power)), 'class="faint" text-anchor="end"'))
  }
  for (const power of horizontal.powers) {
    const [x] = place([power, vertical.powers[0]])
    content.push(text(x, bottom + 18, bare(writeX(power)), 'class="faint" text-anchor="middle"'))
  }
  for (const { tone, points: some } of series) {
    const path = some.map((point) => place(point).map(round).join(' ')).join(' L ')
    content.push(`<path class="${tone}" d="M ${path}"/>`)
    for (const point of some) {
      const [x, y] = place(point)
      content.push(`<circle class="${tone}" cx="${round(x)}" cy="${round(y)}" r="3"/>`)
    }
  }
  return page(title, bottom + 34, content)
}
