using Anfragen.Application.Views;

namespace Anfragen.Web.Layout;

/// <summary>Lists whose filters can be kept.</summary>
public static class ViewPaths
{
    public static string Of(ViewedList list) => list == ViewedList.Work ? "/aufgaben" : "/vorgaenge";

    public static string Name(ViewedList list) => list == ViewedList.Work ? "Meine Aufgaben" : "Anfragen";
}
