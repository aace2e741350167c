using Microsoft.EntityFrameworkCore;

namespace DcOps.Registry;

/// <summary>The registry's tables, the same in every database.</summary>
sealed class RegistryContext(DbContextOptions<RegistryContext> options) : DbContext(options)
{
    public DbSet<ArchiveRow> Entries => Set<ArchiveRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        var entry = modelBuilder.Entity<ArchiveRow>();
        entry.ToTable("archive_entry").HasKey(row => new { row.Kind, row.Scope, row.Item, row.Number });
        entry.Property(row => row.Kind).HasColumnName("kind").HasConversion<int>();
        entry.Property(row => row.Scope).HasColumnName("scope");
        entry.Property(row => row.Item).HasColumnName("item");
        entry.Property(row => row.Number).HasColumnName("number").ValueGeneratedNever();
        entry.Property(row => row.FromTicks).HasColumnName("from_ticks");
        entry.Property(row => row.AtTicks).HasColumnName("at_ticks");
        entry.Property(row => row.Author).HasColumnName("author");
        entry.Property(row => row.Reason).HasColumnName("reason");
        entry.Property(row => row.Body).HasColumnName("body");
        entry.Ignore(row => row.Entry);
    }
}
