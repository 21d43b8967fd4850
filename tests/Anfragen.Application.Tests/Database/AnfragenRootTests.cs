using Anfragen.Infrastructure;
using Anfragen.Infrastructure.Database;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Anfragen.Application.Tests.Database;

public sealed class AnfragenRootTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("anfragen-root-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Make(params string[] path) => Directory.CreateDirectory(Path.Combine([_folder, .. path])).FullName;

    [Fact]
    public void Without_a_setting_the_nearest_folder_upwards_that_holds_migrations_is_taken()
    {
        Make("migrations");
        Make("city", "migrations");
        var program = Make("city", "src", "Anfragen.Web", "bin");

        var root = AnfragenRoot.Find(null, program);

        Assert.Equal(Path.Combine(_folder, "city"), root.Path);
        Assert.Equal(Path.Combine(_folder, "city", "data"), root.Data);
        Assert.Equal(Path.Combine(_folder, "city", "migrations"), root.Migrations);
        Assert.Equal(Path.Combine(_folder, "city", "templates"), root.Templates);
    }

    [Fact]
    public void The_setting_goes_before_what_would_be_found()
    {
        Make("migrations");
        var program = Make("bin");
        Make("other", "migrations");

        Assert.Equal(Path.Combine(_folder, "other"), AnfragenRoot.Find(Path.Combine(_folder, "other"), program).Path);
    }

    [Fact]
    public void Without_migrations_the_sentence_names_the_folder_and_the_setting()
    {
        var nothingUpwards = Assert.Throws<DirectoryNotFoundException>(() => AnfragenRoot.Find(null, Make("bin")));
        var wrongSetting = Assert.Throws<DirectoryNotFoundException>(() => AnfragenRoot.Find(_folder, Make("bin")));

        Assert.All([nothingUpwards, wrongSetting], exception =>
        {
            Assert.Contains(_folder, exception.Message, StringComparison.Ordinal);
            Assert.Contains("Anfragen:Root", exception.Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Fonts_are_the_citys_own_or_those_of_the_program()
    {
        Make("migrations");
        var root = AnfragenRoot.Find(_folder, "");

        Assert.Equal(Path.Combine(AppContext.BaseDirectory, "fonts"), root.Fonts);
        Assert.Equal(Make("fonts"), root.Fonts);
    }

    [Theory]
    [InlineData(null, "data/anfragen.db")]
    [InlineData("Data Source=elsewhere/city.db", "elsewhere/city.db")]
    public void A_file_lies_below_the_root_and_is_not_made_by_naming_it(string? setting, string expected)
    {
        Make("migrations");

        var options = DatabaseOptions.From(setting, AnfragenRoot.Find(_folder, ""));

        Assert.Equal($"SQLite {Path.Combine(_folder, expected)}", options.ToString());
        Assert.True(options.IsAbsent);
        Assert.False(Directory.Exists(Path.GetDirectoryName(Path.Combine(_folder, expected))));
    }

    [Fact]
    public void A_host_means_PostgreSQL_and_the_password_is_not_shown()
    {
        Make("migrations");

        var options = DatabaseOptions.From("Host=db.stadt.example;Database=anfragen;Username=a;Password=geheim", AnfragenRoot.Find(_folder, ""));

        Assert.Equal("PostgreSQL db.stadt.example:5432/anfragen", options.ToString());
    }

    [Theory]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=x;Mode=Memory;Cache=Shared")]
    [InlineData("Foreign Keys=true")]
    public void A_database_that_would_be_lost_with_the_process_is_refused(string setting)
    {
        Make("migrations");

        Assert.Throws<ArgumentException>(() => DatabaseOptions.From(setting, AnfragenRoot.Find(_folder, "")));
    }

    [Fact]
    public async Task The_services_open_the_configured_database()
    {
        Make("migrations");
        await File.WriteAllTextAsync(Path.Combine(_folder, "migrations", "0001_papers.sql"), "CREATE TABLE papers (id INTEGER NOT NULL);");
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(AnfragenRoot.Setting, _folder)]).Build();
        await using var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddDatabase().BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();

        await services.GetRequiredService<Migrator>().Migrate(CancellationToken.None);
        var rows = await scope.ServiceProvider.GetRequiredService<ITransaction>().Run(
            () => scope.ServiceProvider.GetRequiredService<DbSession>().Execute("INSERT INTO papers VALUES (1)", null, CancellationToken.None),
            CancellationToken.None);

        Assert.Equal(1, rows);
        Assert.True(File.Exists(Path.Combine(_folder, "data", "anfragen.db")));
    }
}
