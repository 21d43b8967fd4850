using Anfragen.Domain;

namespace Anfragen.Application.Tests.Architecture;

public sealed class LayerTests
{
    private static readonly string[] Runtime = ["System", "netstandard", "mscorlib"];

    [Fact]
    public void The_domain_knows_the_base_library_alone() =>
        Assert.All(References(typeof(Rule)), name => Assert.True(IsRuntime(name), $"The domain refers to {name}."));

    [Fact]
    public void Use_cases_see_neither_the_database_nor_HTTP()
    {
        string[] allowed = ["Anfragen.Domain", "FluentValidation", "MediatR"];

        Assert.All(References(typeof(IUseCase)), name => Assert.True(IsRuntime(name) || allowed.Contains(name) || name.StartsWith("MediatR.", StringComparison.Ordinal), $"The application refers to {name}."));
        Assert.DoesNotContain(References(typeof(IUseCase)), name => name is "System.Data.Common" or "System.Net.Http");
    }

    private static IEnumerable<string> References(Type type) => type.Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!);

    private static bool IsRuntime(string name) => Runtime.Contains(name.Split('.')[0]);
}
