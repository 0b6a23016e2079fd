// Draws what `npm run bench` has measured as the chart of the README.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { launchBrowser } from './browser.mjs';
import { writePicture } from './picture.mjs';

const WIDTH = 800;

/** The figures in the chart, with their labels. */
const SHOWN = {
  'start to initialize answered': 'Start',
  'start to first diagnostics': 'Start to the first problems',
  '40 lines: keystroke to diagnostics': 'Keystroke to problems',
  '40 lines: completion after a keystroke': 'Completion',
  '10,000 lines: keystroke to diagnostics': 'Keystroke to problems, 10,000 lines',
  '10,000 lines: completion after a keystroke': 'Completion, 10,000 lines',
  '10,000 lines: hover': 'Hover, 10,000 lines',
  'memory at rest': 'Memory at rest',
};

/** Reads the JSON that the benchmark wrote and writes a PNG file: two bars per figure, theirs at full width. */
export async function drawChart(json, picture) {
  const { rows } = JSON.parse(readFileSync(json, 'utf8'));
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({
      viewport: { width: WIDTH, height: 600 },
      deviceScaleFactor: 1.5,
    });
    await page.setContent(html(rows));
    await writePicture(await page.locator('main').screenshot(), picture);
    console.log(picture);
  } finally {
    await browser.close();
  }
}

function html(rows) {
  const figures = Object.entries(SHOWN).map(([name, label]) => {
    const { own, other, unit, ratio } = rows.find((row) => row.name === name);
    const share = Math.max(0.4, 100 / ratio.median);
    return `<b>${label}</b><div>
      <p><i style="width:${share}%"></i>${amount(own.median)} ${unit}</p>
      <p class="other"><i style="width:100%"></i><span>${amount(other.median)} ${unit}</span></p></div>`;
  });
  return `<!doctype html><style>
    main { background: #fff; color: #1b1f24; font: 15px system-ui, sans-serif; padding: 16px 20px; display: grid;
      grid-template-columns: 280px 1fr; gap: 10px 16px; align-items: center; box-sizing: border-box; width: ${WIDTH}px }
    b { font-weight: 500; text-align: right; white-space: nowrap }
    p { margin: 0; height: 19px; line-height: 19px; display: flex; gap: 8px; position: relative }
    i { background: #0b62c4; display: block; height: 16px; margin-top: 2px; flex: none }
    .other i { background: #d8dde3 }
    .other span { position: absolute; left: 8px }
    footer { grid-column: 1 / 3; display: flex; gap: 24px; font-size: 14px; justify-content: flex-end }
    footer p { align-items: center } footer i { width: 16px; margin: 0 }
  </style><main>${figures.join('')}<footer><p><i></i>dstack for VS Code</p>
    <p class="other"><i></i>yaml-language-server with dstack's schema</p></footer></main>`;
}

function amount(value) {
  return value >= 10 ? value.toFixed(0) : value.toFixed(1);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await drawChart('out/speed.json', 'images/speed.webp');
