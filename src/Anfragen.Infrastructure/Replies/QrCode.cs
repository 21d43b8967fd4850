using Anfragen.Typesetting;
using QRCoder;

namespace Anfragen.Infrastructure.Replies;

/// <summary>QR codes for letters.</summary>
internal static class QrCode
{
    /// <summary>The code with the quiet zone that readers need around it; it can be read with 15 % of it damaged.</summary>
    public static Drawing Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix;
        var modules = new bool[rows.Count, rows.Count];
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < rows.Count; column++) modules[row, column] = rows[row][column];
        }

        return Drawing.FromModules(modules);
    }
}
