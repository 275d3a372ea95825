"""`credscore score`: one text, its score, its evidence."""

import typer

from credscore.cli import options, texts


def score(
    file: options.File, title: options.Title = None, encoding: options.TextEncoding = None,
    prior: options.Prior = 0.5, model: options.Model = None, json: options.Json = False,
    html: options.Html = None, picture: options.Picture = None,
) -> None:  # fmt: skip
    """Score one text: the verdict, the reasons, the evidence in the text, the details."""
    from credscore.scorer import Scorer

    page_only = texts.writes_to_stdout(html, "--json" if json else "")
    texts.require_other_paths(html, file)
    texts.require_other_paths(picture, file, html, drawn=True)
    text, title = texts.read_article(file, title, encoding)
    report = Scorer.load(model).score(text, title, prior)
    if html:
        texts.write_whole(html, report.to_html())
    if picture:
        from credscore.picture import draw_contributions

        draw_contributions(report, picture)
    if json:
        typer.echo(report.model_dump_json(indent=2))
    elif html and not page_only:
        typer.echo(f"{texts.printable(report.summary())}\nThe whole report is in {html}.")
    elif not html:
        from rich.console import Console

        from credscore.cli.terminal import show

        show(report, text, title, Console(highlight=False))
