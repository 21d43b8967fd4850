using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Anfragen.Web.Binding;

/// <summary>What a field says when its value cannot be read at all.</summary>
internal static class GermanBindingMessages
{
    public static void Apply(DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => Unreadable(value));
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(Unreadable);
        messages.SetValueIsInvalidAccessor(Unreadable);
        messages.SetUnknownValueIsInvalidAccessor(_ => "Diese Angabe lässt sich nicht lesen.");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "Diese Angabe lässt sich nicht lesen.");
        messages.SetValueMustBeANumberAccessor(_ => "Bitte geben Sie eine Zahl ein.");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "Bitte geben Sie eine Zahl ein.");
        messages.SetValueMustNotBeNullAccessor(_ => "Bitte füllen Sie dieses Feld aus.");
        messages.SetMissingBindRequiredValueAccessor(_ => "Bitte füllen Sie dieses Feld aus.");
        messages.SetMissingKeyOrValueAccessor(() => "Bitte füllen Sie dieses Feld aus.");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "Es ist nichts angekommen. Bitte senden Sie das Formular noch einmal.");
    }

    private static string Unreadable(string value) =>
        string.IsNullOrWhiteSpace(value) ? "Bitte füllen Sie dieses Feld aus." : $"„{Short(value)}“ lässt sich hier nicht lesen. Bitte prüfen Sie die Angabe.";

    private static string Short(string value) => value.Length <= 40 ? value : value[..40] + "…";
}
