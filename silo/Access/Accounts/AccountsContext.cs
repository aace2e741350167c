using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace DcOps.Access.Accounts;

/// <summary>The tables of the accounts, the same in every database.</summary>
sealed class AccountsContext(DbContextOptions<AccountsContext> options) : IdentityUserContext<Account>(options)
{
    public DbSet<SetUpCodeRow> SetUpCodes => Set<SetUpCodeRow>();

    /// <summary>Makes the tables where there are none; the database may be one that others use too.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var creator = this.GetService<IRelationalDatabaseCreator>();
        if (!await creator.ExistsAsync(cancellationToken))
            await creator.CreateAsync(cancellationToken);
        await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
        if (Database.IsNpgsql())
            await Database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock(7205802)", cancellationToken);
        await Database.ExecuteSqlRawAsync("CREATE TABLE IF NOT EXISTS access_schema (version INTEGER NOT NULL)", cancellationToken);
        if (!await Database.SqlQueryRaw<int>("SELECT version AS \"Value\" FROM access_schema").AnyAsync(cancellationToken))
        {
            await creator.CreateTablesAsync(cancellationToken);
            await Database.ExecuteSqlRawAsync("INSERT INTO access_schema VALUES (1)", cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<SetUpCodeRow>().ToTable("access_set_up").Property(row => row.Id).ValueGeneratedNever();
    }
}
