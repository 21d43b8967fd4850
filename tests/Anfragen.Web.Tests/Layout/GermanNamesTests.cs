using System.Reflection;
using Anfragen.Web.Layout;

namespace Anfragen.Web.Tests.Layout;

public class GermanNamesTests
{
    [Fact]
    public void Every_value_of_every_enumeration_that_has_names_has_one()
    {
        var namings = typeof(GermanNames).GetMethods(BindingFlags.Public | BindingFlags.Static);

        var nameless = namings.SelectMany(naming => Enum.GetValues(naming.GetParameters()[0].ParameterType).Cast<object>()
            .Where(value => !HasName(naming, value)).Select(value => $"{value.GetType().Name}.{value}"));

        Assert.NotEmpty(namings);
        Assert.Empty(nameless);
    }

    private static bool HasName(MethodInfo naming, object value)
    {
        try
        {
            return !string.IsNullOrWhiteSpace((string?)naming.Invoke(null, [value]));
        }
        catch (TargetInvocationException missing) when (missing.InnerException is KeyNotFoundException)
        {
            return false;
        }
    }
}
