namespace Anfragen.Web.Layout;

/// <summary>How pages write the size of a file.</summary>
public static class FileSizes
{
    private const double Kilobyte = 1024;

    /// <summary>"12 KB", "1,4 MB"; never zero.</summary>
    public static string AsFileSize(this long bytes) =>
        bytes < Kilobyte * Kilobyte ? $"{Math.Max(1, Math.Round(bytes / Kilobyte)):N0} KB" : $"{bytes / Kilobyte / Kilobyte:N1} MB";
}
