/**
 * Python that forgets what was encrypted with an earlier key: nothing that has to read it would start again. Whoever
 * entered it enters it again.
 */
export const forgetScript = `from flask_appbuilder import Model
from sqlalchemy import LargeBinary, select, type_coerce
from sqlalchemy_utils import EncryptedType

from superset.app import create_app

with create_app().app_context():
    from superset import db
    from superset.models import core  # noqa: F401

    def is_lost(column, value):
        try:
            column.type.process_result_value(bytes(value), db.engine.dialect)
        except ValueError:
            return True
        return False

    columns = [column for table in Model.metadata.tables.values() for column in table.columns]
    for column in columns:
        if not isinstance(column.type, EncryptedType):
            continue
        key = column.table.c.id
        # As it is stored, past the type that would decrypt it.
        stored = select([key, type_coerce(column, LargeBinary)]).where(column.isnot(None))
        for id, value in db.session.execute(stored).all():
            if is_lost(column, value):
                print(f"forgets {column} of {id}: it was encrypted with an earlier key")
                db.session.execute(column.table.update().where(key == id).values({column.name: None}))
    db.session.commit()
`;

/**
 * Python that brings the accounts and connections of Superset to what the platform says. What people added is left
 * alone. It reads `sources.json` beside it, and passwords from the variables that are named there.
 */
export const setupScript = `import json
import os
from pathlib import Path

from sqlalchemy.engine import make_url

from superset.app import create_app

with create_app().app_context():
    from superset import db, security_manager
    from superset.models.core import Database
    from superset.utils.database import get_or_create_db

    name, password = os.environ["ADMIN_USER"], os.environ["ADMIN_PASSWORD"]
    admin = security_manager.find_user(username=name)
    if admin is None:
        role = security_manager.find_role("Admin")
        admin = security_manager.add_user(name, "Local", "Admin", os.environ["ADMIN_EMAIL"], role, password)
        if not admin:
            raise SystemExit(f"could not add the user {name}")
    else:
        # A password that was changed in the store is the one that counts.
        security_manager.reset_password(admin.id, password)

    sources = json.loads(Path(__file__).with_name("sources.json").read_text())
    for source in sources:
        url = make_url(source["url"])
        if "passwordVariable" in source:
            url = url.set(password=os.environ[source["passwordVariable"]])
        database = get_or_create_db(source["name"], url.render_as_string(hide_password=False))
        database.expose_in_sqllab = True
        database.allow_ctas = database.allow_cvas = database.allow_dml = False
        database.allow_file_upload = database.allow_run_async = False
    db.session.commit()
`;
