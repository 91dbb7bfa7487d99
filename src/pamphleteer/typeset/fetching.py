"""What a page may load: the assets that were given with it, by name, and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

BASE_URL = "https://assets.invalid/"
"""Relative names are joined to it; the domain .invalid exists nowhere (RFC 2606)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """A file in memory, such as a prepared picture: its bytes and its media type."""

    content: bytes
    media_type: str


class AssetFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no annotations
    """Serve assets from memory under fixed URLs, so that no folder's name gets into the PDF.

    Anything else is refused, and the refusal stops the build: nothing is fetched, no file is read.
    """

    def __init__(self, assets: Mapping[str, Asset]) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False, fail_on_errors=True)
        self._assets = dict(assets)

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:  # noqa: ARG002  # the signature is WeasyPrint's
        """Answer with the asset that the URL names."""
        asset = self._assets.get(url.removeprefix(BASE_URL))
        if not url.startswith(BASE_URL) or asset is None:
            raise FatalURLFetchingError(f'"{url[:100]}" is not among the assets of this issue')
        return URLFetcherResponse(url, asset.content, {"Content-Type": asset.media_type})
