using Anfragen.Application.Tests.Database;
using Anfragen.Domain.Council;

namespace Anfragen.Application.Tests.Architecture;

public sealed class PermissionTableTests
{
    private static readonly string File = Path.Combine(TestDatabase.Root.Path, "src", "PERMISSIONS.md");

    /// <summary>UPDATE_SNAPSHOTS=1 writes the file anew.</summary>
    [Fact]
    public void Permissions_md_says_what_the_code_does()
    {
        var table = Table();
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1") System.IO.File.WriteAllText(File, table);

        Assert.True(
            System.IO.File.Exists(File) && table == System.IO.File.ReadAllText(File),
            $"src/PERMISSIONS.md differs from the code. If the code is right: UPDATE_SNAPSHOTS=1 dotnet test tests/Anfragen.Application.Tests, then read the difference.\n{table}");
    }

    [Fact]
    public void Every_permission_is_carried_by_a_role_and_asked_for_by_a_use_case()
    {
        var asked = UseCases.Requests.Select(UseCases.PermissionOf).ToHashSet();

        Assert.All(Enum.GetValues<Permission>(), permission => Assert.True(Enum.GetValues<Role>().Any(role => role.Has(permission)), $"No role has {permission}."));
        Assert.All(Enum.GetValues<Permission>().Except([Permission.Anyone, Permission.SignedIn]), permission => Assert.Contains(permission, asked));
    }

    private static string Table()
    {
        var roles = Enum.GetValues<Role>();
        string[] lines =
        [
            "# Permissions",
            "",
            "Which role may ask for what. Written by `PermissionTableTests` from the code; do not edit it by hand.",
            "How one must stand to the thing (only one's own department, never one's own draft) is the domain's, what one may see is the query's.",
            "",
            $"| Use case | Permission | everyone | every account | {string.Join(" | ", roles)} |",
            $"|---|---|---|---|{string.Concat(roles.Select(_ => "---|"))}",
            .. UseCases.Requests.Select(useCase => Row(useCase, roles)),
            "",
        ];
        return string.Join('\n', lines);
    }

    private static string Row(Type useCase, IEnumerable<Role> roles)
    {
        var permission = UseCases.PermissionOf(useCase);
        IEnumerable<bool> may =
            [permission is Permission.Anyone, permission is Permission.Anyone or Permission.SignedIn, .. roles.Select(role => role.Has(permission))];
        return $"| {useCase.Name} | {permission} | {string.Join(" | ", may.Select(yes => yes ? "x" : ""))} |";
    }
}
