namespace Anfragen.Application.Tests.Replies;

/// <summary>A test that reads PDFs with poppler's tools. Skipped where they are not installed, unless CI_REQUIRE_ALL=1 demands every test.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PdfToolsFactAttribute : FactAttribute
{
    public PdfToolsFactAttribute()
    {
        if (!PdfTools.AreInstalled && Environment.GetEnvironmentVariable("CI_REQUIRE_ALL") != "1")
        {
            Skip = "pdftotext fehlt (Paket poppler-utils).";
        }
    }
}
