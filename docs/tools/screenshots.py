"""Writes docs/images/*.png: the page, a report and the page of a batch, in a real browser.

    python docs/tools/screenshots.py

Needs chromium (apt-get install chromium) and the extras browser, service and plot. All texts in
the pictures are ours: the page's own example, and examples/rumour.txt.
"""

import csv
import shutil
import tempfile
import threading
import time
from io import BytesIO
from pathlib import Path
from typing import Any

import uvicorn
from PIL import Image
from playwright.sync_api import Browser, ViewportSize, sync_playwright
from typer.testing import CliRunner

import credscore
from credscore.cli import command_line as cli
from credscore.picture import draw_contributions
from credscore.service import create_app

ROOT = Path(__file__).resolve().parents[2]
IMAGES = ROOT / "docs" / "images"
TEXTS = sorted([*ROOT.glob("examples/*.txt"), *ROOT.glob("tests/data/triples/*/*.txt")])
COLOURS = 200


def save(picture: bytes, name: str) -> None:
    """A small PNG: the colours of a page are few."""
    image = Image.open(BytesIO(picture)).convert("RGB")
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(IMAGES / name, optimize=True)
    print(f"docs/images/{name}: {(IMAGES / name).stat().st_size / 1024:.0f} KiB")


def shoot(browser: Browser, url: str, name: str, act: str = "", **options: Any) -> None:
    """One picture of a page after a click on what `act` selects."""
    size = options.pop("size", (1160, 1240))
    viewport: ViewportSize = {"width": size[0], "height": size[1]}
    page = browser.new_page(viewport=viewport, reduced_motion="reduce", **options)
    page.goto(url)
    page.wait_for_load_state("networkidle")  # the page of the service asks for its example
    if act:
        block = "center" if options.get("is_mobile") else "nearest"
        page.locator(act).evaluate("(one, block) => one.scrollIntoView({block})", block)
        page.click(act)
    page.mouse.move(0, 0)
    save(page.screenshot(), name)
    page.close()


def batch_page(folder: Path) -> Path:
    """The page of a file with our texts, each in a few lengths."""
    source, out = folder / "articles.csv", folder / "batch.html"
    with source.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["publisher", "headline", "text"])
        for path in TEXTS:
            head, _, text = path.read_text("utf-8").partition("\n")
            paragraphs = text.strip().split("\n")
            outlet = {"rumour": "Lane Gazette", "mixed": "The Quay"}.get(path.stem, "Harbour Post")
            for end in range(2, len(paragraphs) + 1):
                writer.writerow([outlet, head, "\n".join(paragraphs[:end])])
    command = ["batch", source, folder / "scored.csv", "--title-column", "headline",
               "--html", out, "--source-column", "publisher"]  # fmt: skip
    result = CliRunner().invoke(cli.app, list(map(str, command)))
    assert result.exit_code == 0, result.output
    return out


def main() -> None:
    """Write the pictures."""
    IMAGES.mkdir(exist_ok=True)
    server = uvicorn.Server(
        uvicorn.Config(create_app(), port=0, log_config=None, lifespan="off", ws="none")
    )
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    url = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}/"
    report = credscore.score((ROOT / "examples" / "rumour.txt").read_text("utf-8"))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "report.html"
        file.write_text(report.to_html(), encoding="utf-8")
        draw_contributions(report, Path(folder) / "contributions.png")
        save((Path(folder) / "contributions.png").read_bytes(), "contributions.png")
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--headless", "--no-sandbox", "--disable-gpu"],
        )
        shoot(browser, url, "page-light.png", ".hit:has-text('dock workers')", size=(1366, 960))
        shoot(
            browser,
            url,
            "page-dark.png",
            ".hit:has-text('dock workers')",
            size=(1366, 960),
            color_scheme="dark",
        )
        phone = {"size": (390, 844), "is_mobile": True, "device_scale_factor": 2}
        shoot(browser, url, "page-phone.png", ".hit >> nth=1", **phone)
        shoot(browser, file.as_uri(), "report.png", "#details > summary", size=(1160, 1500))
        shoot(browser, batch_page(Path(folder)).as_uri(), "batch.png", size=(1160, 1100))
        browser.close()
    server.should_exit = True
    thread.join()


if __name__ == "__main__":
    main()
