using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DcOps.Access.Accounts;

/// <summary>Makes the folder, for the product's own user alone, and the tables before anybody can ask, and prints the set-up code while there is no account.</summary>
sealed class AccountsAtStart(DirectoryInfo folder, IServiceScopeFactory scopes) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        folder.Create();
        if (!OperatingSystem.IsWindows())
            folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AccountsContext>().PrepareAsync(cancellationToken);
        if (await scope.ServiceProvider.GetRequiredService<SetUpDoor>().OpenAsync(cancellationToken) is { } code)
            await Console.Out.WriteLineAsync($"There is no account yet. Open /setup within 24 hours and give this code, which is shown this once: {code}".AsMemory(), cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
