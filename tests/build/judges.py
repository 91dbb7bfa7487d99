"""What an independent judge finds in a PDF: page-validation, for PDF/UA-1 and PDF/A-2a."""

from pathlib import Path

import page as page_validation

PROFILES = ("ua1", "pdfa2a")


def faults_of(path: Path) -> list[str]:
    """Every rule of both standards that a PDF breaks."""
    reports = [page_validation.validate_pdf(path, profile=profile) for profile in PROFILES]
    assert all(report.is_compliant or report.failures for report in reports)
    return [f"{fault.rule_id}: {fault.message}" for report in reports for fault in report.failures]
