using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Anfragen.Web.TagHelpers;

/// <summary>
/// A form field in KERN's markup: label, hint, control and the errors of ModelState beside it, tied together for screen
/// readers. What was typed is kept. Attributes that are not named here go to the control
/// (<c>autocomplete</c>, <c>maxlength</c>, <c>rows</c>, <c>hx-…</c>).
/// </summary>
public abstract class FieldTagHelper : TagHelper
{
    /// <summary>The bound property, such as <c>Input.Subject</c>; its path gives name and id.</summary>
    public ModelExpression For { get; set; } = null!;

    /// <summary>What the field is called.</summary>
    public string Label { get; set; } = "";

    /// <summary>A sentence that helps, between label and control.</summary>
    public string? Hint { get; set; }

    /// <summary>Marks what may be left empty; everything else is understood to be needed.</summary>
    public bool Optional { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The name under which the value is posted.</summary>
    protected string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    /// <summary>The id that the error summary links to.</summary>
    protected virtual string Id => FieldIds.Of(Name);

    /// <summary>What was typed, else what the model holds.</summary>
    protected string Value => Entry?.AttemptedValue ?? Text(For.Model);

    /// <summary>The sentences that refuse this field.</summary>
    protected IReadOnlyList<string> Errors => Entry is null || !ShowsErrors ? [] : [.. Entry.Errors.Select(error => error.ErrorMessage)];

    /// <summary>False for one box of several: the group says what is wrong with the choice.</summary>
    protected virtual bool ShowsErrors => true;

    private ModelStateEntry? Entry => ViewContext.ViewData.ModelState.GetValueOrDefault(Name);

    /// <summary>A value as a control of HTML expects it: dates in ISO 8601, everything else in the culture of the page.</summary>
    protected static string Text(object? value) => value switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.CurrentCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>Whether an option or a box with this value is chosen; a property that holds several values may choose several.</summary>
    protected bool IsChosen(string value)
    {
        if (Entry?.RawValue is IEnumerable and not string and var typed) return typed.Cast<object?>().Any(one => Text(one) == value);
        if (Entry?.AttemptedValue is { } attempted) return attempted == value;
        return For.Model is IEnumerable and not string and var several
            ? several.Cast<object?>().Any(one => Text(one) == value)
            : For.Model is not null && Text(For.Model) == value;
    }

    /// <summary>Moves the caller's attributes to the control and adds name, id and the ties to hint and errors.</summary>
    protected TagBuilder Control(string element, TagHelperOutput output, string? cssClass)
    {
        var control = new TagBuilder(element);
        foreach (var attribute in output.Attributes) control.Attributes[attribute.Name] = AttributeText(attribute);
        output.Attributes.Clear();
        control.Attributes["id"] = Id;
        control.Attributes["name"] = Name;
        if (cssClass is not null) control.AddCssClass(cssClass);
        if (Errors.Count > 0) control.Attributes["aria-invalid"] = "true";
        if (DescribedBy() is { Length: > 0 } ids) control.Attributes["aria-describedby"] = ids;
        return control;
    }

    /// <summary>The wrapper around label, hint, control and errors.</summary>
    protected void Wrap(TagHelperOutput output, IHtmlContent control)
    {
        Become(output, "div", Errors.Count > 0 ? "kern-form-input kern-form-input--error" : "kern-form-input");
        output.Content.AppendHtml(LabelElement()).AppendHtml(HintElement()).AppendHtml(control).AppendHtml(ErrorElement());
    }

    /// <summary>Turns the helper's own element into an element of HTML.</summary>
    protected static void Become(TagHelperOutput output, string element, string cssClass)
    {
        output.TagName = element;
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", cssClass);
    }

    protected TagBuilder LabelElement(string element = "label")
    {
        var label = new TagBuilder(element);
        label.AddCssClass("kern-label");
        if (element == "label") label.Attributes["for"] = Id;
        label.InnerHtml.Append(Label);
        if (Optional) label.InnerHtml.AppendHtml(" <span class=\"kern-label__optional\">- optional</span>");
        return label;
    }

    protected IHtmlContent HintElement()
    {
        if (Hint is null) return HtmlString.Empty;
        var hint = new TagBuilder("div");
        hint.AddCssClass("kern-hint");
        hint.Attributes["id"] = HintId;
        hint.InnerHtml.Append(Hint);
        return hint;
    }

    protected IHtmlContent ErrorElement()
    {
        if (Errors.Count == 0) return HtmlString.Empty;
        var error = new TagBuilder("p");
        error.AddCssClass("kern-error");
        error.Attributes["id"] = ErrorId;
        error.InnerHtml.AppendHtml("<span class=\"kern-icon kern-icon--danger\" aria-hidden=\"true\"></span><span class=\"kern-body\">");
        error.InnerHtml.Append(string.Join(" ", Errors)).AppendHtml("</span>");
        return error;
    }

    /// <summary>The ids of hint and errors, for aria-describedby.</summary>
    protected string DescribedBy() =>
        string.Join(' ', new[] { Hint is null ? null : HintId, Errors.Count > 0 ? ErrorId : null }.OfType<string>());

    private string HintId => $"{Id}-hint";

    private string ErrorId => $"{Id}-error";

    private static string AttributeText(TagHelperAttribute attribute)
    {
        if (attribute.Value is not IHtmlContent content) return Text(attribute.Value);
        using var writer = new StringWriter();
        content.WriteTo(writer, NullHtmlEncoder.Default);
        return writer.ToString();
    }
}

/// <summary>The id of a field, the same for the field and for the link to it in the error summary.</summary>
public static class FieldIds
{
    public static string Of(string name) => TagBuilder.CreateSanitizedId(name, "_");
}
