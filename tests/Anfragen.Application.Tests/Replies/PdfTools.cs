using System.Diagnostics;
using System.Globalization;

namespace Anfragen.Application.Tests.Replies;

/// <summary>Poppler's view of a PDF: an outside reader, so that we do not check our writer with our own eyes.</summary>
internal static class PdfTools
{
    public static bool AreInstalled { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? "pdftotext.exe" : "pdftotext")));

    /// <summary>What one of the tools says about a file; its place among the arguments is called FILE.</summary>
    public static async Task<string> Ask(byte[] pdf, string tool, params string[] arguments)
    {
        var file = Path.Combine(Path.GetTempPath(), $"anfragen-{Guid.CreateVersion7()}.pdf");
        await File.WriteAllBytesAsync(file, pdf);
        try
        {
            return await Run(tool, [.. arguments.Select(argument => argument == "FILE" ? file : argument)]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Text of one page between two heights in points from the upper edge, in the order of the content.</summary>
    public static async Task<string> Text(byte[] pdf, int page, int top, int bottom)
    {
        var file = Path.Combine(Path.GetTempPath(), $"anfragen-{Guid.CreateVersion7()}.pdf");
        await File.WriteAllBytesAsync(file, pdf);
        try
        {
            // Raw order keeps hyphens at line ends; the default mode would join "Austausch-" and "und" without one.
            return await Run("pdftotext", "-raw", "-r", "72", "-f", Number(page), "-l", Number(page), "-x", "0", "-y", Number(top), "-W", "596", "-H", Number(bottom - top), file, "-");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static async Task<string> Run(string tool, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, errors);
        return await output;
    }
}
