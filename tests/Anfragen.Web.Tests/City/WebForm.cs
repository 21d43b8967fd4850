using System.Net;
using System.Text.RegularExpressions;

namespace Anfragen.Web.Tests.City;

/// <summary>The form of a page with what a browser would send, to be filled in further.</summary>
internal sealed partial class WebForm
{
    private readonly List<(string Name, string Value)> _fields = [];

    /// <summary>The first value of a field; setting replaces all of them.</summary>
    public string this[string name]
    {
        get => _fields.First(field => field.Name == name).Value;
        set
        {
            _fields.RemoveAll(field => field.Name == name);
            Add(name, value);
        }
    }

    /// <summary>The form inside the main part of the page.</summary>
    public static WebForm In(string page)
    {
        var form = new WebForm();
        var source = Forms().Match(page[page.IndexOf("<main", StringComparison.Ordinal)..]).Value;
        foreach (Match control in Controls().Matches(source))
        {
            var element = control.Groups["element"].Value;
            var attributes = control.Groups["attributes"].Value;
            var name = Attribute(attributes, "name");
            if (name.Length == 0 || element == "button" || !IsSent(attributes)) continue;
            form.Add(name, element switch
            {
                "textarea" => WebUtility.HtmlDecode(control.Groups["content"].Value[1..]),
                "select" => Attribute(Chosen().Match(control.Groups["content"].Value).Value, "value"),
                _ => Attribute(attributes, "value"),
            });
        }

        return form;
    }

    public bool Has(string name) => _fields.Exists(field => field.Name == name);

    public WebForm Add(string name, string value)
    {
        _fields.Add((name, value));
        return this;
    }

    /// <summary>Without the fields whose names begin so.</summary>
    public WebForm Without(string prefix)
    {
        _fields.RemoveAll(field => field.Name.StartsWith(prefix, StringComparison.Ordinal));
        return this;
    }

    public FormUrlEncodedContent Content() => new(_fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    /// <summary>As a browser sends a form with a file.</summary>
    public MultipartFormDataContent Content(string file, string fileName, byte[] bytes)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in _fields.Where(field => field.Name != file)) content.Add(new StringContent(value), name);
        content.Add(new ByteArrayContent(bytes), file, fileName);
        return content;
    }

    private static bool IsSent(string attributes) =>
        Attribute(attributes, "type") is not ("checkbox" or "radio") || attributes.Contains("checked", StringComparison.Ordinal);

    private static string Attribute(string attributes, string name) =>
        WebUtility.HtmlDecode(Regex.Match(attributes, $"(?<![\\w-]){name}=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("""<(?<element>input|button)(?<attributes>[^>]*)>|<(?<element>textarea|select)(?<attributes>[^>]*)>(?<content>.*?)</(textarea|select)>""", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Controls();

    [GeneratedRegex("<option[^>]*selected[^>]*>")]
    private static partial Regex Chosen();
}
