namespace Anfragen.Typesetting.Pdf;

/// <summary>The pictures a document has used so far, each written once.</summary>
internal sealed class PictureShelf(PdfFile file)
{
    private readonly List<(Picture Picture, int Id)> used = [];

    /// <summary>Name of the picture among the resources.</summary>
    public string Take(Picture picture)
    {
        int index = used.FindIndex(entry => ReferenceEquals(entry.Picture, picture));
        if (index < 0)
        {
            index = used.Count;
            used.Add((picture, file.Reserve()));
        }

        return ResourceName(index);
    }

    public void AppendResources(PdfBuffer output)
    {
        if (used.Count == 0)
        {
            return;
        }

        output.Append("/XObject<<"u8);
        for (int i = 0; i < used.Count; i++)
        {
            output.Append(ResourceName(i)).Append(" "u8).Reference(used[i].Id);
        }

        output.Append(">>"u8);
    }

    public void Write()
    {
        foreach ((Picture picture, int id) in used)
        {
            string mask = "";
            if (picture.Opacity is { } opacity)
            {
                int maskId = file.Reserve();
                file.WriteRawStream(maskId, Entries(picture, "/DeviceGray"), opacity);
                mask = $"/SMask {maskId} 0 R";
            }

            file.WriteRawStream(id, Entries(picture, "/DeviceRGB") + mask, picture.Colors);
        }
    }

    private static string Entries(Picture picture, string colors) =>
        $"/Type/XObject/Subtype/Image/Width {(int)picture.Width}/Height {(int)picture.Height}/ColorSpace{colors}/BitsPerComponent 8/Filter/FlateDecode";

    private static string ResourceName(int index) => "/I" + index.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
